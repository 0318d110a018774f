package dev.keyturn.adapter.state;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FileFailure;
import dev.keyturn.domain.lock.Locks;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Locks among the threads of this process alone, for records that no other process sees. */
public final class ThreadLocks implements Locks {

  private final Map<String, Semaphore> locks = new ConcurrentHashMap<>();

  @Override
  public Held acquire(String name, Duration wait) {
    Semaphore lock = locks.computeIfAbsent(name, key -> new Semaphore(1));
    try {
      if (!lock.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new FileFailure.Busy(name, ProcessHandle.current().pid()).exception();
      }
      AtomicBoolean open = new AtomicBoolean(true);
      return () -> {
        if (open.getAndSet(false)) {
          lock.release();
        }
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure.Interrupted().exception(e);
    }
  }
}
