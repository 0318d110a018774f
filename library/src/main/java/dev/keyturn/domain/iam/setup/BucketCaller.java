package dev.keyturn.domain.iam.setup;

import dev.keyturn.domain.profile.plan.CaBundle;
import dev.keyturn.domain.session.make.TokenService.Signer;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The credentials and endpoint of a call to S3.
 *
 * @param endpoint the endpoint
 * @param region the region that requests are signed for
 * @param caBundle the certificates to trust there; null for those of the Java runtime
 * @param signer signs the call
 */
public record BucketCaller(
    URI endpoint, String region, @Nullable CaBundle caBundle, Signer signer) {}
