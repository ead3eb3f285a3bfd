export { eventStoreDbStore } from '#libs/event-store/eventstoredb/eventstoredb-store';
