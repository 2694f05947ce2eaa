/**
 * Settings for a laptop or a two-core box, given on the command line so that no file in the data folder can undo them.
 * @param unsafeFast true leaves out waiting for the disk; for throw-away clusters only
 */
export function serverSettings(unsafeFast: boolean): Record<string, string> {
  return {
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: unsafeFast ? '128MB' : '256MB',
    effective_cache_size: '1GB',
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    random_page_cost: '1.1',
    jit: 'off',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    autovacuum_naptime: '20s',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'warning',
    // A failed statement is not copied into the log: it may carry what must never be written down.
    log_min_error_statement: 'panic',
    ...(unsafeFast ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' } : {}),
  };
}
