export * from './bars';
export * from './change-employee';
export * from './change-password';
export * from './create-api-key';
export * from './create-device';
export * from './enrol-device';
export * from './grant-step-up';
export * from './hire-employee';
export * from './lock-session';
export * from './log-in-admin';
export * from './log-in-staff';
export * from './log-out';
export * from './own-account';
export * from './renew-device-code';
export * from './revoke-api-key';
export * from './revoke-device';
export * from './second-factor';
export * from './secrets';
export * from './set-admin-account';
export * from './set-pin';
export * from './unlock-device';
export * from './unlock-employee';
export * from './unlock-session';
export * from './use-step-up';
export * from './verify-pin';
export {
  API_SCOPES,
  type ApiScope,
  type EmployeeDetails,
  type Permission,
  PERMISSIONS,
  type Role,
  ROLES,
  type Station,
  STATIONS,
  type TabletStation,
} from '../domain';
