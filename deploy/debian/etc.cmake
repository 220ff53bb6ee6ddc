# SPDX-License-Identifier: EUPL-1.2
# Everything of a package stands below /usr but its configuration.
file(RENAME ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr/etc ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/etc)
