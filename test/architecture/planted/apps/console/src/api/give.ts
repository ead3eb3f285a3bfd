export const give = (): void => undefined;
