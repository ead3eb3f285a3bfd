type Details = Readonly<Record<string, string>>;

/** The command by its name; a reading by the id that was asked for. */
export const commandName = (details: Details): string =>
  details['command'] ?? (details['read'] ? `查阅 ${details['read'].slice(0, 8)}` : '—');
