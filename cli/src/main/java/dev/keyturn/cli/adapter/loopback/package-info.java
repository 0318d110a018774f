/**
 * Credentials over HTTP on the loopback addresses, in the forms of a container's agent and of EC2's
 * instance metadata service. Decides who may ask; the answers come through a port.
 */
@NullMarked
package dev.keyturn.cli.adapter.loopback;

import org.jspecify.annotations.NullMarked;
