import { useMemo } from 'react';

const [width, height] = [320, 200];

/** The text drawn once, aslant; the page repeats it. */
function drawn(text: string): string {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const pen = canvas.getContext('2d');
  if (!pen) return 'none';
  pen.translate(width / 2, height / 2);
  pen.rotate(-Math.PI / 9);
  pen.font = '14px sans-serif';
  pen.textAlign = 'center';
  pen.fillStyle = 'rgba(0, 0, 0, 0.07)';
  pen.fillText(text, 0, 0);
  return `url(${canvas.toDataURL()})`;
}

/**
 * Who looked, and when, over the whole page: on what is photographed from the screen. Not Ant Design's own, which writes
 * a style attribute that the page's policy holds back.
 */
export function Mark({ text }: { readonly text: string }) {
  const image = useMemo(() => drawn(text), [text]);
  return <div aria-hidden className="mark" style={{ backgroundImage: image }} />;
}
