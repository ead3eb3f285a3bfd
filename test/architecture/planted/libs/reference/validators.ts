export const IsCode = () => undefined;
