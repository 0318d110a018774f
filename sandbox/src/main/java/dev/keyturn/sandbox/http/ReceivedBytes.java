package dev.keyturn.sandbox.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What a client sends, its progress reported to the deadline. */
final class ReceivedBytes extends FilterInputStream {
  private final Deadline deadline;

  ReceivedBytes(InputStream in, Deadline deadline) {
    super(in);
    this.deadline = deadline;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    deadline.received(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = super.read(bytes, offset, length);
    deadline.received(Math.max(0, count));
    return count;
  }
}
