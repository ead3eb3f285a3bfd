import { Card, Empty, Typography } from 'antd';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { roleNames } from '#libs/access/actor';
import { useOpenPages } from '../../frame/open-pages.js';
import { rolesOf, useMe } from '../../frame/session.js';
import type { Chapter } from './chapter.js';
import { chapters } from './chapters.zh.js';
import { roleGuides } from './roles.zh.js';

const pictures = import.meta.glob<string>('./pictures/*.jpg', { eager: true, query: '?url', import: 'default' });

const idOf = (path: string): string => `help${path.replaceAll('/', '-')}`;

/** The chapter of a page, or of the nearest page above it. */
const chapterAt = (path: string): Chapter | undefined =>
  chapters
    .filter((one) => path === one.path || (one.path !== '/' && path.startsWith(`${one.path}/`)))
    .sort((a, b) => b.path.length - a.path.length)[0];

const ChapterCard = ({ chapter, title }: { readonly chapter: Chapter; readonly title: string }) => {
  const picture = chapter.picture && pictures[`./pictures/${chapter.picture}.jpg`];
  return (
    <Card size="small" id={idOf(chapter.path)} title={<h2 className="help-title">{title}</h2>}>
      <p>{chapter.purpose}</p>
      <ol>
        {chapter.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {chapter.notes?.map((note) => (
        <Typography.Paragraph key={note} type="secondary" style={{ marginBottom: 4 }}>
          提示：{note}
        </Typography.Paragraph>
      ))}
      {picture && <img src={picture} alt={`“${title}”页面的样子`} className="help-picture" loading="lazy" />}
    </Card>
  );
};

/** The handbook of whoever signed in: what the role does, then a chapter for each page that stands open to it. */
export default function Help() {
  const held = rolesOf(useMe());
  const [params] = useSearchParams();
  const mine = useOpenPages().flatMap(({ path, title }) => {
    const chapter = chapters.find((one) => one.path === path);
    return chapter ? [{ chapter, title }] : [];
  });
  const wanted = chapterAt(params.get('of') ?? '');
  useEffect(() => {
    if (wanted) document.getElementById(idOf(wanted.path))?.scrollIntoView();
  }, [wanted]);
  return (
    <div className="help">
      <nav aria-label="手册目录" className="no-print">
        <ul className="help-contents">
          {mine.map(({ chapter, title }) => (
            <li key={chapter.path}>
              <a href={`#${idOf(chapter.path)}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="stack">
        {held.map((role) => (
          <Card size="small" key={role} title={<h2 className="help-title">{roleNames[role]}：一年里做什么</h2>}>
            <ol>
              {roleGuides[role].map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ol>
          </Card>
        ))}
        {mine.map(({ chapter, title }) => (
          <ChapterCard key={chapter.path} chapter={chapter} title={title} />
        ))}
        {mine.length === 0 && <Empty description="还没有可以打开的页面" />}
      </div>
    </div>
  );
}
