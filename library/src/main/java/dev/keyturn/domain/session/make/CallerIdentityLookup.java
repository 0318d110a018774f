package dev.keyturn.domain.session.make;

import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.session.store.Identity;
import dev.keyturn.domain.session.store.KeyMemory;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Looks up the identity of a key, once per access key, while the user types the code. Uses a
 * platform thread, because a virtual thread blocked in socket I/O delays the JVM's exit.
 */
final class CallerIdentityLookup {

  private final TokenService tokens;
  private final KeyMemory memory;
  private final SessionPlan plan;
  private final TokenService.Signer key;
  private @Nullable FutureTask<Identity> asking;

  CallerIdentityLookup(
      TokenService tokens, KeyMemory memory, SessionPlan plan, TokenService.Signer key) {
    this.tokens = tokens;
    this.memory = memory;
    this.plan = plan;
    this.key = key;
  }

  /** Starts the lookup, unless the answer is known. */
  void start() {
    if (asking == null && memory.identity(key.accessKeyId()).isEmpty()) {
      FutureTask<Identity> task = new FutureTask<>(this::ask);
      asking = task;
      Thread thread = new Thread(task, "who-is");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /**
   * The answer; null if the lookup failed. A session is useful without it, and a key unknown to AWS
   * makes the login itself fail.
   */
  @Nullable Identity identity() {
    start();
    FutureTask<Identity> task = asking;
    if (task == null) {
      return memory.identity(key.accessKeyId()).orElse(null);
    }
    try {
      return remembered(task.get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof FailureException) {
        return null;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private Identity ask() {
    return tokens.getCallerIdentity(plan.endpoints(), key);
  }

  /** Stored by the calling thread, so that a lookup that outlives a failed login writes nothing. */
  private Identity remembered(Identity identity) {
    if (memory.identity(key.accessKeyId()).isEmpty()) {
      memory.rememberIdentity(key.accessKeyId(), identity);
    }
    return identity;
  }
}
