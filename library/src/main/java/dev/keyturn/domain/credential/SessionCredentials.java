package dev.keyturn.domain.credential;

import java.time.Instant;

/**
 * Temporary credentials as STS grants them.
 *
 * @param accessKeyId the temporary access key id; not secret
 * @param secretAccessKey the secret access key
 * @param sessionToken the session token
 * @param expiration when AWS stops accepting them, in whole seconds
 */
public record SessionCredentials(
    String accessKeyId, Secret secretAccessKey, Secret sessionToken, Instant expiration) {}
