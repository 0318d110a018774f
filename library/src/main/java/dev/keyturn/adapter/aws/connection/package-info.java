/** How AWS is connected to: proxies, the certificates to trust, the groups for TLS. */
@NullMarked
package dev.keyturn.adapter.aws.connection;

import org.jspecify.annotations.NullMarked;
