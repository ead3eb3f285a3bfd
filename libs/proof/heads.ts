import { canonicalText } from './canonical.js';
import { leafHashOf, type Hash } from './tree.js';

/** The last entry of a stream: its revision and leaf hash (base64). */
export interface StreamHead {
  readonly s: string;
  readonly rev: number;
  readonly h: string;
}

/** The stream that holds the maps; it alone is not in them. The writers' keys are, so that no revocation can be left out. */
export const headsStream = 'sys-heads';

/**
 * The order of the map: by what follows the first hyphen, then by kind. All streams about one person begin with the person's id
 * there (`volunteer-<id>`, `hours-<id>-2026`), so they stand side by side, and their neighbours on both sides show that none
 * is left out, of whatever kind.
 */
export const headKey = (stream: string): string => {
  const cut = stream.indexOf('-');
  return `${stream.slice(cut + 1)} ${stream.slice(0, cut)}`;
};

export const inHeadOrder = (a: StreamHead, b: StreamHead): number => (headKey(a.s) < headKey(b.s) ? -1 : 1);

/** Is this a stream about the subject? */
export const isAbout = (stream: string, subjectId: string): boolean => {
  const key = headKey(stream);
  return key.startsWith(`${subjectId} `) || key.startsWith(`${subjectId}-`);
};

/** A leaf of the map's tree (RFC 6962). */
export const headLeaf = ({ s, rev, h }: StreamHead): Hash => leafHashOf(Buffer.from(canonicalText({ h, rev, s })));
