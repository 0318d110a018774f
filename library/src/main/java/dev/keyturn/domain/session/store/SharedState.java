package dev.keyturn.domain.session.store;

import dev.keyturn.domain.lock.Locks;
import dev.keyturn.domain.mfa.CodeLedger;

/**
 * What all processes of a user share, so that one code serves them all.
 *
 * @param sessions the sessions that are stored
 * @param keys what is known of access keys
 * @param codes the codes that are used up
 * @param attempts the attempts that failed
 * @param locks so that one process makes a session and the others wait for it
 */
public record SharedState(
    SessionStore sessions,
    KeyMemory keys,
    CodeLedger codes,
    FailedAttempts attempts,
    Locks locks) {}
