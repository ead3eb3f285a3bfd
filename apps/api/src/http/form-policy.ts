import { formStyleSource } from '#libs/forms/form';

/** A form carries one style block and nothing else. */
export const formPolicy = `default-src 'none'; style-src ${formStyleSource}; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;
