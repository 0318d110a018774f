package dev.keyturn.domain.session.store;

import dev.keyturn.domain.credential.SessionCredentials;

/**
 * What AssumeRole grants.
 *
 * @param credentials the role session's keys
 * @param identity the identity they act as
 */
public record AssumedRole(SessionCredentials credentials, Identity identity) {}
