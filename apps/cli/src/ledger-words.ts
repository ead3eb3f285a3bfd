export { words } from '#libs/forms/ledger-words.zh';
