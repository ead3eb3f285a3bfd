import { html } from '#libs/forms/html';

const statusNames = {
  up: '运行正常',
  degraded: '部分窗口已停止更新、数据库缓慢或夜间审计报警，请查看运行状况',
  down: '数据库暂时连接不上',
} as const;

/** The root page where the console was not built. */
export const homePage = (status: keyof typeof statusNames): string =>
  html`<!DOCTYPE html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>志册</title>
      </head>
      <body>
        <h1>志册：党员志愿服务队台账</h1>
        <p>状态：${statusNames[status]}</p>
        <ul>
          <li><a href="/api/docs">API 文档</a></li>
          <li><a href="/api/health">运行状况</a></li>
        </ul>
      </body>
    </html> `.markup;
