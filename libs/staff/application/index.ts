export * from './bars';
export * from './create-device';
export * from './enrol-device';
export * from './log-in-admin';
export * from './log-in-staff';
export * from './log-out';
export * from './secrets';
export * from './verify-pin';
export { PERMISSIONS, type Permission, type Role, ROLES, STATIONS, type Station, type TabletStation } from '../domain';
