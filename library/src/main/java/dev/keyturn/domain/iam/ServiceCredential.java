package dev.keyturn.domain.iam;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user name and password, or an API key, for one service only: AWS CodeCommit, Amazon Keyspaces,
 * Amazon Bedrock.
 *
 * @param id its id
 * @param service the service, such as {@code codecommit.amazonaws.com}
 * @param userName its user name at the service; empty when it has none
 * @param status whether AWS accepts it
 * @param created when it was created
 * @param expires when it expires; null if it never does
 */
public record ServiceCredential(
    String id,
    String service,
    String userName,
    KeyStatus status,
    Instant created,
    @Nullable Instant expires) {}
