package dev.keyturn.domain.session.store;

import dev.keyturn.domain.lock.Locks;
import dev.keyturn.domain.mfa.CodeLedger;

/**
 * The state that all processes of a user share, so that one code serves them all.
 *
 * @param sessions the stored sessions
 * @param keys facts about access keys
 * @param codes the used codes
 * @param attempts the failed attempts
 * @param locks let one process make a session while the others wait for it
 */
public record SharedState(
    SessionStore sessions,
    KeyMemory keys,
    CodeLedger codes,
    FailedAttempts attempts,
    Locks locks) {}
