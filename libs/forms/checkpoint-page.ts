import { create } from 'qrcode';
import { html, Html } from './html.js';

/** What stands on one sheet of paper about the head of the log. */
export interface CheckpointPage {
  /** The whole signed note, as the QR code holds it. */
  readonly note: string;
  readonly log: string;
  readonly size: number;
  /** Name, size, and four rows of five groups. */
  readonly lines: readonly string[];
  /** Public keys of the log. */
  readonly logKeys: readonly string[];
  /** Names of the witnesses whose signatures stand under the note. */
  readonly witnesses: readonly string[];
  /** Shanghai time, to the minute. */
  readonly printedAt: string;
}

const style = `
@page { size: A4; margin: 18mm 16mm; }
body { font: 12pt "FangSong", "仿宋", "Noto Serif CJK SC", serif; color: #000; background: #fff; }
h1 { font-size: 18pt; text-align: center; }
.groups { font: 14pt/1.7 "Noto Sans Mono", "DejaVu Sans Mono", Consolas, monospace; white-space: pre; }
.key { font: 8pt "DejaVu Sans Mono", Consolas, monospace; overflow-wrap: anywhere; }
svg { width: 70mm; height: 70mm; display: block; margin: 4mm 0; }
table { border-collapse: collapse; width: 100%; margin-top: 8mm; }
td { border: 1px solid #000; height: 16mm; padding: 0 3mm; width: 50%; }
`;

/** The side of the printed code in modules, a quiet zone of four on every side included. */
const quiet = 4;

/** Error correction M: a crease or a stain leaves it readable. */
export const qrModules = (
  text: string,
): { readonly size: number; readonly isDark: (x: number, y: number) => boolean } => {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  return { size: modules.size, isDark: (x, y) => modules.get(y, x) === 1 };
};

function qrSvg(text: string): Html {
  const { size, isDark } = qrModules(text);
  const dark: string[] = [];
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) if (isDark(x, y)) dark.push(`M${x + quiet} ${y + quiet}h1v1h-1z`);
  const side = size + 2 * quiet;
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges" role="img" aria-label="检查点的二维码">
    <rect width="${side}" height="${side}" fill="#fff" />
    <path d="${dark.join('')}" fill="#000" />
  </svg>`;
}

/** One sheet to be signed, stamped and kept: whoever holds it can show later that the log was rewritten, if it was. */
export function checkpointPageHtml(page: CheckpointPage): string {
  const { note, log, size, lines, logKeys, witnesses, printedAt } = page;
  return html`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>台账检查点（${size} 条）</title>
<style>${new Html(style)}</style>
</head>
<body>
<h1>台账检查点</h1>
<p>台账 ${log}，截至本检查点共 ${size} 条记录。打印时间 ${printedAt}（北京时间）。</p>
<p>以后任何人改动、删除或插入以前的记录，都无法再与本页相符。核对办法：把下面六行原样输入文本文件，执行 zhice verify paper；第五组是本行的校验。</p>
<p class="groups">${lines.join('\n')}</p>
<p>下面的二维码是带签名的检查点全文，扫描所得文字另存为文件即可校验（zhice verify checkpoint）。</p>
${qrSvg(note)}
<p>见证人：${witnesses.length === 0 ? '（无）' : witnesses.join('、')}</p>
${logKeys.map((key) => html`<p class="key">台账公钥　${key}</p>`)}
<table>
<tr><td>出具人（签名）</td><td>日期</td></tr>
<tr><td>接收人（签名、盖章）</td><td>日期</td></tr>
</table>
</body>
</html>
`.markup;
}
