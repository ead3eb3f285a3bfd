import type { Command, CommanderError, Option } from 'commander';
import { widthOf } from './text.js';

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '通用选项：',
  'Commands:': '命令：',
};

const valueOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function described({ description, argChoices, defaultValue, defaultValueDescription, mandatory }: Option): string {
  const rest = [
    ...(argChoices ? [`可选：${argChoices.join('、')}`] : []),
    ...(defaultValue === undefined || defaultValue === false
      ? []
      : [`默认：${defaultValueDescription ?? valueOf(defaultValue)}`]),
    ...(mandatory ? ['必填'] : []),
  ];
  return rest.length === 0 ? description : `${description}（${rest.join('；')}）`;
}

/** Chinese help for a command and all below it; call it on the whole program at the end. */
export function speakChinese(command: Command): void {
  command
    .helpOption('-h, --help', '显示用法')
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      displayWidth: (text) => widthOf(text),
      optionDescription: described,
      showGlobalOptions: command.parent !== null,
      subcommandTerm: (sub) =>
        `${sub.name()} ${sub.usage().replace('[options]', '[选项]').replace('[command]', '<命令>')}`.trim(),
      commandUsage: (shown) =>
        `${pathOf(shown)} ${shown.usage().replace('[options]', '[选项]').replace('[command]', '<命令>')}`.trim(),
    });
  if (command.commands.length > 0) command.helpCommand('help [命令]', '显示某个命令的用法');
  command.commands.forEach(speakChinese);
}

const pathOf = (command: Command): string =>
  command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();

const sentences: Readonly<Record<string, (what: string) => string>> = {
  'commander.unknownCommand': (what) => `没有 ${what} 这个命令。`,
  'commander.unknownOption': (what) => `没有 ${what} 这个选项。`,
  'commander.missingArgument': (what) => `缺少参数 ${what}。`,
  'commander.optionMissingArgument': (what) => `选项 ${what} 后面缺少内容。`,
  'commander.missingMandatoryOptionValue': (what) => `必须给出选项 ${what}。`,
  'commander.excessArguments': () => '参数太多了。',
  'commander.conflictingOption': (what) => `选项 ${what} 与另一个选项不能同时使用。`,
  'commander.invalidArgument': (what) => `${what} 的内容不对。`,
  'commander.help': () => '请指明要执行的命令。',
};

/** The parser's finding in Chinese; what it quotes is the user's own word. */
export function usageText({ code, message }: CommanderError): string {
  const what = /'([^']*)'/.exec(message)?.[1] ?? '';
  return sentences[code]?.(what) ?? '命令行写得不对。';
}
