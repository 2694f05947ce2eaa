export { removeClub as default } from './seeded-club';
