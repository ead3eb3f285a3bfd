import { createHash } from 'node:crypto';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';

/** From the sources where they run uncompiled, else from what was compiled. */
const extension = path.extname(import.meta.filename);
const here = (name: string): string => path.join(import.meta.dirname, `${name}${extension}`);

/** The page checks with the same code as everybody else; only what it takes of Node is replaced. */
const inABrowser: Plugin = {
  name: 'in-a-browser',
  setup: (made) => {
    made.onResolve({ filter: /^(?:node:)?crypto$/ }, () => ({ path: here('browser-crypto') }));
  },
};

async function script(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [here('page')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    // Small enough to be read, so it stays readable.
    minify: false,
    legalComments: 'inline',
    logLevel: 'silent',
    inject: [here('browser-buffer')],
    conditions: extension === '.ts' ? ['source'] : [],
    plugins: [inABrowser],
  });
  // Nothing in the script may end the element that it stands in.
  return outputFiles[0]!.text.replaceAll('</script', '<\\/script');
}

const style = `
body { font: 16px/1.7 "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; color: #111; background: #fff; }
label { display: block; margin: .8rem 0; } textarea { width: 100%; font-family: monospace; }
.passed { color: #0a5c1e; } .failed { color: #a40000; } .fault { margin-left: 2rem; overflow-wrap: anywhere; }
.verdict { font-weight: bold; border-top: 1px solid #999; padding-top: .6rem; } button { font-size: 1rem; padding: .4rem 2rem; }
`;

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('base64');

/**
 * One file that checks bundles and checkpoints in a browser without a network: nothing is loaded, nothing is sent, which its own
 * content security policy holds it to. Two builds of one version give the same bytes, so that its SHA-256 can go on paper.
 */
export async function verifierPage(): Promise<string> {
  const code = await script();
  const policy = `default-src 'none'; script-src 'sha256-${sha256(code)}'; style-src 'sha256-${sha256(style)}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>志册离线校验</title>
<style>${style}</style>
</head>
<body>
<h1>志册离线校验</h1>
<p>本页不联网，不上传任何文件。它只信您自己保管的策略文件；其余文件都要经得起核对。</p>
<label>一、策略文件（您自己按纸面记录写的）<br><input type="file" id="policy"></label>
<label>二、要校验的文件：履历包或检查点<br><input type="file" id="subject"></label>
<label>三、您另外得到的检查点文件，可以选多个（没有就不选）<br><input type="file" id="held" multiple></label>
<label>　　或照纸面输入六行<br><textarea id="typed" rows="6" spellcheck="false"></textarea></label>
<label>四、见证时间最早可以是几天以前（不看就留空）<br><input type="number" id="days" min="0"></label>
<button id="check">校验</button>
<section id="result" aria-live="polite"></section>
<p>结果代码　<output id="code"></output>　（0 全部相符，1 有不符，2 文件读不懂）</p>
<script>${code}</script>
</body>
</html>
`;
}
