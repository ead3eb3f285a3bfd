import { createHash } from 'node:crypto';
import { Html, html } from '#libs/forms/html';
import { packs } from '#libs/policy/packs';
import { organizationKind } from '#libs/reference/organization-kinds';

const style = `
body { font: 16px/1.6 sans-serif; max-width: 34rem; margin: 2rem auto; padding: 0 1rem; color: #222; }
label { display: block; margin: 0.8rem 0 0; }
input, select { width: 100%; font: inherit; padding: 0.4rem; box-sizing: border-box; }
fieldset { margin: 1.2rem 0; border: 1px solid #bbb; }
button { font: inherit; padding: 0.5rem 1.5rem; }
#answer { color: #a00; white-space: pre-line; }
`;

const script = `
const form = document.querySelector('form');
const answer = document.querySelector('#answer');
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const given = Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ''));
  const { passwordAgain, ...asked } = given;
  if (asked.password !== passwordAgain) { answer.textContent = '两次输入的密码不一致。'; return; }
  if (!asked.organizationName) delete asked.organizationKind;
  const response = await fetch('/api/setup', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(asked) });
  if (response.ok) { form.remove(); answer.textContent = '设置完成，链接已失效。请用刚才的登录名和密码登录。'; document.querySelector('#next').hidden = false; return; }
  const problem = await response.json();
  answer.textContent = [problem.title, problem.detail, ...(problem.faults ?? []).map((fault) => fault.message)].filter(Boolean).join('\\n');
});
`;

const source = (text: string): string => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

/** For the header of this page: its own style and script and nothing else. */
export const setupPagePolicy = `default-src 'none'; style-src ${source(style)}; script-src ${source(script)}; connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'`;

// Style and script stand between their tags to the letter: the policy names them by hash.
const head = html`<meta charset="utf-8" />
  <meta name="viewport" content="width=device-width, initial-scale=1" />
  <meta name="referrer" content="no-referrer" />
  <title>志册：首次设置</title>
  <style>${new Html(style)}</style>`;

const kinds = organizationKind.entries.map(({ code, name }) => html`<option value="${code}">${name}</option>`);
const ruleSets = packs.map(({ id, title }) => html`<option value="${id}">${id}　${title}</option>`);

/** The form behind the one-time link. */
export const setupPage = (token: string): string =>
  html`<!DOCTYPE html>
    <html lang="zh-CN">
      <head>
        ${head}
      </head>
      <body>
        <h1>首次设置</h1>
        <p>建立第一位系统管理员。系统管理员只管理账号，不查阅台账。</p>
        <form autocomplete="off">
          <input type="hidden" name="token" value="${token}" />
          <label>登录名 <input name="login" required maxlength="40" autocomplete="username" /></label>
          <label>显示名称 <input name="displayName" required maxlength="50" /></label>
          <label
            >密码（至少 12 个字符，可以是一句话）
            <input name="password" type="password" required minlength="12" maxlength="128" autocomplete="new-password"
          /></label>
          <label
            >再输入一次密码 <input name="passwordAgain" type="password" required autocomplete="new-password"
          /></label>
          <fieldset>
            <legend>最上级党组织（可以以后再登记）</legend>
            <label>党组织名称 <input name="organizationName" maxlength="100" /></label>
            <label>单位名称 <input name="unitName" maxlength="100" /></label>
            <label
              >类别
              <select name="organizationKind">
                ${kinds}
              </select></label
            >
            <label
              >执行的规则包
              <select name="pack">
                ${ruleSets}
              </select></label
            >
          </fieldset>
          <button>完成设置</button>
        </form>
        <p id="answer" role="alert"></p>
        <p id="next" hidden><a href="/">去登录</a></p>
        <script>${new Html(script)}</script>
      </body>
    </html> `.markup;

/** For a link that was used, replaced or mistyped. */
export const setupOver = (): string =>
  html`<!DOCTYPE html>
    <html lang="zh-CN">
      <head>
        ${head}
      </head>
      <body>
        <h1>设置链接无效</h1>
        <p>链接已使用、已被新的链接替换，或不完整。尚无账号时，重新启动服务会打印新的链接。</p>
      </body>
    </html> `.markup;
