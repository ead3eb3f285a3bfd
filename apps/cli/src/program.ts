import { Command } from 'commander';
import { registerAccountCommands } from './account.command.js';
import { registerAnnexCommand } from './annex.command.js';
import { registerAuditCommand } from './audit.command.js';
import { registerCertificateCommands } from './certificate.command.js';
import { registerCloseYearCommand } from './close-year.command.js';
import { registerProofCommands } from './checkpoint.command.js';
import { registerCoverageCommand } from './coverage.command.js';
import { registerDemoCommand } from './demo.command.js';
import { registerHistoryCommand } from './history.command.js';
import { registerImportCommands } from './import.command.js';
import { registerKeysCommands } from './keys.command.js';
import { registerMigrateCommand } from './migrate.command.js';
import { registerOrganizationCommands } from './organization.command.js';
import { registerPrivacyCommands } from './privacy.command.js';
import { registerRebuildCommand } from './rebuild.command.js';
import { registerResumeCommand } from './resume.command.js';
import { registerReviewCommands } from './review.command.js';
import { sessionsOf } from './session.js';
import { registerSetupCommand } from './setup.command.js';
import { registerSignerCommands } from './signer.command.js';
import { registerStatusCommand } from './status.command.js';
import { registerStoreCommands } from './store.command.js';
import { speakChinese } from './usage.js';
import { registerVerifyCommand } from './verify.command.js';
import { registerWitnessCommands } from './witness.command.js';
import { registerYearCommands } from './year.command.js';

/** Every command of `zhice`. A new one is a file `<name>.command.ts` and a line here. */
export function buildProgram(): Command {
  const program = new Command('zhice')
    .description('志册：党员志愿服务队台账的命令行')
    .version('0.1.0', '-V, --version', '显示版本')
    .option('--as <登录名>', '以哪个账号的名义办理；密码用环境变量 ZHICE_PASSWORD 传入，否则当场输入');
  const sessions = sessionsOf(program);
  registerSetupCommand(program, sessions);
  registerAccountCommands(program, sessions);
  registerOrganizationCommands(program, sessions);
  registerImportCommands(program, sessions);
  registerYearCommands(program, sessions);
  registerCoverageCommand(program, sessions);
  registerHistoryCommand(program, sessions);
  registerAnnexCommand(program, sessions);
  registerReviewCommands(program, sessions);
  registerCertificateCommands(program, sessions);
  registerCloseYearCommand(program, sessions);
  registerRebuildCommand(program, sessions);
  registerResumeCommand(program, sessions);
  registerVerifyCommand(program, sessions);
  registerAuditCommand(program, sessions);
  registerProofCommands(program, sessions);
  registerKeysCommands(program, sessions);
  registerSignerCommands(program);
  registerWitnessCommands(program);
  registerMigrateCommand(program, sessions);
  registerPrivacyCommands(program, sessions);
  registerStatusCommand(program, sessions);
  registerStoreCommands(program);
  registerDemoCommand(program, sessions);
  speakChinese(program);
  return program;
}
