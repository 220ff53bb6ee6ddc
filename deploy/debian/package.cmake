# SPDX-License-Identifier: EUPL-1.2
# The Debian package, made by CPack: deploy/package. What the programs are linked with is found by
# dpkg-shlibdeps; what they look for while they run is named here.
set(debian ${CMAKE_SOURCE_DIR}/deploy/debian)
set(needed_at_run_time
  # letters, icons, voices, time zones, authorities of the web
  fonts-noto-core fonts-noto-ui-core fonts-dejavu-core fonts-sil-andika
  fonts-material-design-icons-iconfont espeak-ng-data tzdata ca-certificates
  # the services: their user, their folders, the screen's own X server
  systemd xinit xserver-xorg-core xserver-xorg-input-libinput)
list(JOIN needed_at_run_time ", " CPACK_DEBIAN_PACKAGE_DEPENDS)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS nginx-light)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME conciergerie)
set(CPACK_PACKAGE_CONTACT "Conciergerie maintainers <maintainers@conciergerie.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "touchscreen and desk of a neighbourhood concierge house")
set(CPACK_PACKAGE_DESCRIPTION
  "Residents ask at the screen: a helping hand, a workshop, a thing to borrow, a
service; the concierge answers at the desk, a page in a browser. It works
without a network and after a power cut.")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_PRE_BUILD_SCRIPTS ${debian}/etc.cmake)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
  ${debian}/conffiles ${debian}/postinst ${debian}/prerm ${debian}/postrm)
include(CPack)
