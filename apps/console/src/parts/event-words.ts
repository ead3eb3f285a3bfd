import { personEventWords } from '#libs/forms/event-words.zh';

/** What happened, in the words of the glossary. */
export const eventName = (type: string): string => (personEventWords as Readonly<Record<string, string>>)[type] ?? type;
