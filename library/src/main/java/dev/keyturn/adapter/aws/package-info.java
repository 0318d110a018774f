/**
 * STS and IAM over the Query protocol: signed here, carried by the JDK's HttpURLConnection,
 * answered with domain types, every refusal translated to a {@link
 * dev.keyturn.domain.failure.Failure}. Of the AWS SDK only a client that an application brings is
 * called. Keeps nothing.
 */
@NullMarked
package dev.keyturn.adapter.aws;

import org.jspecify.annotations.NullMarked;
