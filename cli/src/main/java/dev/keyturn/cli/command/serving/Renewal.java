package dev.keyturn.cli.command.serving;

import dev.keyturn.domain.session.store.RefreshWindow;
import java.time.InstantSource;
import java.util.function.DoubleSupplier;

/**
 * When the sessions behind an endpoint are renewed.
 *
 * @param window how long before their expiration
 * @param clock the time
 * @param random from 0 to 1, so that not all are renewed in the same second
 */
public record Renewal(RefreshWindow window, InstantSource clock, DoubleSupplier random) {}
