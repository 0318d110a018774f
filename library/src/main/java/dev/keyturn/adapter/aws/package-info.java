/**
 * STS and IAM over the Query protocol: signed by the AWS SDK's signer, carried by the JDK's
 * HttpURLConnection, answered with domain types, every refusal translated to a {@link
 * dev.keyturn.domain.failure.Failure}. The only place where AWS SDK types appear, beside the
 * credentials provider. Keeps nothing.
 */
@NullMarked
package dev.keyturn.adapter.aws;

import org.jspecify.annotations.NullMarked;
