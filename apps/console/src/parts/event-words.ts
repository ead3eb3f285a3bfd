import { otherEventWords, personEventWords } from '#libs/forms/event-words.zh';

const eventWords: Readonly<Record<string, string>> = { ...personEventWords, ...otherEventWords };

/** What happened, in the words of the glossary. */
export const eventName = (type: string): string => eventWords[type] ?? type;

export const eventOptions = Object.entries(eventWords).map(([value, label]) => ({ value, label }));
