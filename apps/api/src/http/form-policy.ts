import { formStyleSource } from '#libs/forms/form';

/** A form carries one style block and nothing else; the console shows it as paper. */
export const formPolicy = `default-src 'none'; style-src ${formStyleSource}; frame-ancestors 'self'; base-uri 'none'; form-action 'none'`;
