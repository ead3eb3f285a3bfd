import { tell } from './failure.js';
import { buildProgram } from './program.js';

if (process.env['ZHICE_DEBUG'] === '1') process.setSourceMapsEnabled(true);

try {
  await buildProgram().parseAsync();
} catch (error) {
  process.exitCode = tell(error);
}
