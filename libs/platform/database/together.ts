export { together } from '@libs/kernel';
