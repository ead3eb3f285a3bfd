export const commandPermissions = {};
