/* What many houses offer, for pages/starter.js: in French, as the catalogue is written in the house's
 * language and not in the page's. Nobody's address, hours or price: each house adds its own. */

const DAY = { kind: 'date', least: 0, most: 14 };
const WORDS = { kind: 'text', most: 140, is_required: false };

export const STARTER_SERVICES = [
    { code: 'bread', pillar: 'service', kind: 'enquiry', title: 'Pain et viennoiseries', icon: 'bread',
        summary: 'Commandez la veille, votre pain vous attend le matin.', price: 'provider', fields: [
            { label: 'Que voulez-vous ?', kind: 'choice', choices: ['Baguette', 'Pain complet', 'Croissant'] },
            { label: 'Combien ?', kind: 'number', least: 1, most: 10 },
            { label: 'Pour quel jour ?', ...DAY, least: 1, most: 7 }] },
    { code: 'parcel_send', pillar: 'service', kind: 'enquiry', title: 'Envoyer un colis ou une lettre',
        summary: 'Nous pesons, affranchissons et remettons au facteur.', icon: 'parcel',
        price: 'provider', fields: [
            { label: 'Qu’envoyez-vous ?', kind: 'choice', choices: ['Une lettre', 'Un colis', 'Un recommandé'] },
            { label: 'Quel jour l’apportez-vous ?', ...DAY }] },
    { code: 'parcel_mandate', pillar: 'service', kind: 'enquiry', icon: 'parcel',
        title: 'Faire retirer mon colis par quelqu’un',
        summary: 'Dites qui peut le prendre, et jusqu’à quand.', fields: [
            { label: 'Qui viendra le chercher ?', kind: 'text', most: 60 },
            { label: 'Jusqu’à quel jour ?', ...DAY }] },
    { code: 'dry_cleaning', pillar: 'service', kind: 'deposit', title: 'Pressing', icon: 'dry_cleaning',
        summary: 'Déposez vos vêtements, ils reviennent propres.', price: 'provider', fields: [
            { label: 'Que déposez-vous ?', kind: 'choice',
                choices: ['Chemise', 'Costume', 'Manteau', 'Linge de maison'] },
            { label: 'Combien de pièces ?', kind: 'number', least: 1, most: 20 },
            { label: 'Quel jour les apportez-vous ?', ...DAY }] },
    { code: 'sewing', pillar: 'service', kind: 'deposit', title: 'Retouches et couture', icon: 'sewing',
        summary: 'Ourlets, fermetures, boutons : le prix vous est dit avant.', price: 'quote', fields: [
            { label: 'Quelle retouche ?', kind: 'choice',
                choices: ['Un ourlet', 'Une fermeture', 'Un bouton', 'Autre chose'] },
            { label: 'Un détail à ajouter ?', ...WORDS }] },
    { code: 'keys_copy', pillar: 'service', kind: 'deposit', title: 'Double de clé', icon: 'key',
        summary: 'Apportez votre clé, le double est fait pour vous.', price: 'quote', fields: [
            { label: 'Combien de doubles ?', kind: 'number', least: 1, most: 6 }] },
    { code: 'ironing', pillar: 'service', kind: 'deposit', title: 'Repassage', icon: 'iron',
        summary: 'Au panier, rendu plié ou sur cintres.', price: 'quote', fields: [
            { label: 'Combien de paniers ?', kind: 'number', least: 1, most: 4 },
            { label: 'Quel jour les apportez-vous ?', ...DAY }] },
    { code: 'groceries', pillar: 'service', kind: 'enquiry', title: 'Courses livrées', icon: 'groceries',
        summary: 'Votre liste, livrée chez vous ou à retirer ici.', price: 'provider', fields: [
            { label: 'Livrées ou à retirer ?', kind: 'choice', choices: ['Livrées chez moi', 'À retirer ici'] },
            { label: 'Pour quel jour ?', ...DAY, least: 1, most: 7 },
            { label: 'Que faut-il ?', kind: 'text', most: 280 }] },
    { code: 'cleaning', pillar: 'service', kind: 'visit', title: 'Ménage à domicile', icon: 'cleaning',
        summary: 'Une personne de confiance, quelques heures.', price: 'provider', fields: [
            { label: 'Combien d’heures ?', kind: 'number', least: 1, most: 6 },
            { label: 'Quel jour vous convient ?', ...DAY, least: 2 }] },
    { code: 'child_care', pillar: 'service', kind: 'visit', title: 'Garde d’enfants', icon: 'child_care',
        summary: 'Par des professionnelles agréées seulement.', price: 'provider', fields: [
            { label: 'Quel âge ?', kind: 'choice', choices: ['Moins de 3 ans', '3 à 6 ans', 'Plus de 6 ans'] },
            { label: 'Combien d’heures ?', kind: 'number', least: 1, most: 10 },
            { label: 'Quel jour ?', ...DAY, least: 1, most: 30 }] },
    { code: 'bike_repair', pillar: 'service', kind: 'deposit', title: 'Entretien de vélo', icon: 'bike',
        summary: 'Freins, pneus, vitesses.', price: 'quote', fields: [
            { label: 'Qu’est-ce qui ne va pas ?', kind: 'choice',
                choices: ['Les freins', 'Un pneu', 'Les vitesses', 'Autre chose'] },
            { label: 'Quel jour l’apportez-vous ?', ...DAY }] },
    { code: 'ride', pillar: 'service', kind: 'enquiry', title: 'Transport accompagné', icon: 'car',
        summary: 'Pour un rendez-vous, une course, une visite.', price: 'quote', fields: [
            { label: 'Pour aller où ?', kind: 'choice', choices: ['Un soin', 'Des courses', 'Une visite', 'Ailleurs'] },
            { label: 'Quel jour ?', ...DAY, least: 2, most: 30 },
            { label: 'Combien de personnes ?', kind: 'number', least: 1, most: 4 }] },
    { code: 'copies', pillar: 'service', kind: 'enquiry', title: 'Photocopies et impressions', icon: 'print',
        summary: 'Noir et blanc ou couleur.', price: 'quote', rule: 'automatic', fields: [
            { label: 'Noir et blanc ou couleur ?', kind: 'choice', choices: ['Noir et blanc', 'Couleur'] },
            { label: 'Combien de pages ?', kind: 'number', least: 1, most: 100 }] },
    { code: 'key_keeping', pillar: 'service', kind: 'enquiry', title: 'Garder mes clés', icon: 'key',
        summary: 'Pendant une absence : qui peut les prendre, jusqu’à quand.', fields: [
            { label: 'Jusqu’à quel jour ?', ...DAY, least: 1, most: 60 },
            { label: 'Qui peut les prendre ?', ...WORDS, most: 60 }] },
    { code: 'repair_home', pillar: 'solidarity', kind: 'visit', title: 'Petits travaux', icon: 'tools',
        summary: 'Étagère, porte, volet, tringle, robinet, prise.', price: 'provider', fields: [
            { label: 'De quoi s’agit-il ?', kind: 'choice',
                choices: ['Étagère ou tringle', 'Porte ou volet', 'Robinet ou évier', 'Prise ou lampe', 'Autre chose'] },
            { label: 'Quel jour êtes-vous chez vous ?', ...DAY, least: 1 },
            { label: 'À quel moment ?', kind: 'choice', choices: ['Le matin', 'L’après-midi', 'En soirée'] }] },
    { code: 'appliance', pillar: 'solidarity', kind: 'deposit', title: 'Réparer un appareil', icon: 'broken',
        summary: 'Nous regardons, et vous disons si cela vaut la peine.', fields: [
            { label: 'Quel appareil ?', kind: 'choice',
                choices: ['Cafetière ou grille-pain', 'Aspirateur', 'Lampe', 'Radio ou jouet', 'Autre chose'] },
            { label: 'Quel jour l’apportez-vous ?', ...DAY }] },
    { code: 'give_away', pillar: 'solidarity', kind: 'enquiry', title: 'Donner un objet', icon: 'give',
        summary: 'Meubles, vaisselle, jouets en bon état.', fields: [
            { label: 'Que donnez-vous ?', kind: 'choice', choices: ['Un meuble', 'De la vaisselle', 'Des jouets', 'Des vêtements', 'Autre chose'] },
            { label: 'Quel jour l’apportez-vous ?', ...DAY }] },
    { code: 'compost', pillar: 'solidarity', kind: 'enquiry', title: 'Une place au compost', icon: 'compost',
        summary: 'Un seau, une clé, dix minutes d’explication.', fields: [
            { label: 'Quel jour pouvez-vous venir ?', ...DAY, least: 1, most: 30 }] },
    { code: 'digital', pillar: 'solidarity', kind: 'enquiry', icon: 'computer',
        title: 'Aide avec l’ordinateur ou le téléphone',
        summary: 'Une demi-heure avec quelqu’un de patient.', fields: [
            { label: 'Avec quoi ?', kind: 'choice', choices: ['Téléphone', 'Ordinateur', 'Démarche en ligne'] },
            { label: 'Quel jour vous convient ?', ...DAY, least: 1 }] },
    { code: 'rights', pillar: 'solidarity', kind: 'enquiry', title: 'Rendez-vous papiers et droits',
        icon: 'justice', summary: 'Un rendez-vous, sans dire pourquoi.', is_sensitive: true, fields: [
            { label: 'Quel jour vous convient ?', ...DAY, least: 1, most: 30 }] },
    { code: 'room', pillar: 'together', kind: 'enquiry', title: 'Réserver la salle commune',
        icon: 'meeting_room', summary: 'Anniversaire, réunion, répétition.', price: 'quote', fields: [
            { label: 'Quel jour ?', ...DAY, least: 2, most: 90 },
            { label: 'À quel moment ?', kind: 'choice', choices: ['Le matin', 'L’après-midi', 'En soirée'] },
            { label: 'Combien serez-vous ?', kind: 'number', least: 1, most: 60 }] },
    { code: 'wish', pillar: 'together', kind: 'enquiry', title: 'Proposer un atelier', icon: 'conversation',
        summary: 'Une envie, un savoir à partager : parlons-en.', fields: [
            { label: 'Lequel ?', kind: 'text', most: 140 }] },
];

/* One copy of each: the number there really is, is added on the page of the thing. */
export const STARTER_CLASSES = [
    { code: 'tools', title: 'Bricolage', icon: 'tools', rule: 'desk', max_days: 7, items: [
        { title: 'Perceuse à percussion', icon: 'drill', summary: 'Pour le béton et la brique.',
            deposit_cents: 3000, parts: ['Le coffret', 'Les mèches', 'La poignée latérale'] },
        { title: 'Perceuse-visseuse sans fil', icon: 'drill', summary: 'Légère, pour visser et percer.',
            deposit_cents: 3000, parts: ['Deux batteries', 'Le chargeur'] },
        { title: 'Escabeau', icon: 'ladder', summary: 'Quatre marches.' },
        { title: 'Boîte à outils', icon: 'tools', summary: 'Marteau, pinces, clés, tournevis.',
            deposit_cents: 1000 },
        { title: 'Scie sauteuse', icon: 'carpenter', summary: 'Pour planches et panneaux.',
            deposit_cents: 2000, parts: ['Trois lames'] },
        { title: 'Diable de déménagement', icon: 'truck', summary: 'Pour ce qui est lourd.' },
        { title: 'Kit de peinture', icon: 'paint', summary: 'Rouleaux, bac, perche et bâche.' }] },
    { code: 'garden', title: 'Jardin et balcon', icon: 'garden', rule: 'automatic', max_days: 7, items: [
        { title: 'Bêche et râteau', icon: 'garden', summary: 'Le duo du printemps.' },
        { title: 'Sécateur et gants', icon: 'flower', summary: 'Pour tailler sans se piquer.' },
        { title: 'Tondeuse à main', icon: 'grass', summary: 'Sans moteur, pour petites pelouses.',
            deposit_cents: 2000 },
        { title: 'Brouette', icon: 'garden', summary: 'Quatre-vingts litres.' }] },
    { code: 'kitchen', title: 'Cuisine et maison', icon: 'kitchen', rule: 'automatic', max_days: 7, items: [
        { title: 'Appareil à raclette', icon: 'food', summary: 'Pour huit personnes.',
            parts: ['Huit poêlons', 'Huit spatules'] },
        { title: 'Robot pâtissier', icon: 'kitchen', summary: 'Pétrit, fouette, mélange.',
            deposit_cents: 3000, parts: ['Le bol', 'Le fouet', 'Le crochet'] },
        { title: 'Machine à coudre', icon: 'sewing', summary: 'Avec ses canettes.',
            deposit_cents: 4000, parts: ['La pédale', 'La housse'] },
        { title: 'Shampouineuse', icon: 'vacuum', summary: 'Moquettes, canapés, sièges.',
            deposit_cents: 4000 }] },
    { code: 'games', title: 'Jeux et musique', icon: 'games', rule: 'automatic', max_days: 14, items: [
        { title: 'Jeu d’échecs', icon: 'games', summary: 'Avec son plateau de bois.',
            parts: ['Trente-deux pièces'] },
        { title: 'Pétanque', icon: 'sports', summary: 'Six boules et le but.',
            parts: ['Six boules', 'Le but'] },
        { title: 'Guitare', icon: 'music', summary: 'Pour commencer.', deposit_cents: 3000,
            parts: ['La housse'] }] },
    { code: 'party', title: 'Fêtes et repas', icon: 'party', rule: 'desk', max_days: 4, items: [
        { title: 'Tables et bancs', icon: 'party', summary: 'Pour huit personnes.' },
        { title: 'Vaisselle pour vingt', icon: 'food', summary: 'Assiettes, verres et couverts.',
            parts: ['Vingt assiettes', 'Vingt verres', 'Vingt couverts'] },
        { title: 'Guirlande lumineuse', icon: 'party', summary: 'Dix mètres.' }] },
    { code: 'bikes', title: 'Vélos et trajets', icon: 'bike', rule: 'desk', max_days: 7, items: [
        { title: 'Vélo de ville', icon: 'bike', summary: 'Avec panier et antivol.',
            deposit_cents: 5000, parts: ['L’antivol', 'La clé'] },
        { title: 'Caddie de marché', icon: 'shopping', summary: 'Il monte les escaliers.' },
        { title: 'Fauteuil roulant', icon: 'accessible', summary: 'Pliant, pour une sortie.' }] },
    { code: 'children', title: 'Enfants', icon: 'child', rule: 'desk', max_days: 14, items: [
        { title: 'Lit parapluie', icon: 'bed', summary: 'Avec son matelas.', parts: ['Le matelas', 'Le sac'] },
        { title: 'Poussette', icon: 'child_care', summary: 'Pliante, d’une main.', deposit_cents: 3000 },
        { title: 'Chaise haute', icon: 'child', summary: 'Facile à laver.' }] },
];
