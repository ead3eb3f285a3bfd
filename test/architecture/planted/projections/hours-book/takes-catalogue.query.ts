export { catalogue } from '#projections/catalogue';
