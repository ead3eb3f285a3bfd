export { canonicalize } from 'json-canonicalize';
