import { createContext, useContext } from 'react';
import type { Group } from './groups.js';

export interface OpenPage {
  readonly path: string;
  readonly title: string;
  readonly group: Group;
}

/** The pages of the menu that stand open to whoever signed in; what the menu shows. */
export const OpenPages = createContext<readonly OpenPage[]>([]);

export const useOpenPages = (): readonly OpenPage[] => useContext(OpenPages);

/** Is this address one of them? Links to a page that is shut are not drawn. */
export const useIsOpen = (path: string): boolean => useOpenPages().some((page) => page.path === path);
