package dev.keyturn.cli.adapter.loopback;

import dev.keyturn.adapter.file.IoFailures;
import dev.keyturn.adapter.file.PrivateFiles;
import dev.keyturn.domain.failure.FileFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of JSON for each request. It names the route but repeats nothing from the request, in
 * which a client may have put a secret in the wrong place.
 */
final class RequestLog implements AutoCloseable {

  private static final List<String> ROUTES =
      List.of(
          "/profile/",
          "/role-arn/",
          "/healthz",
          "/latest/api/token",
          "/latest/meta-data/",
          "/latest/dynamic/");

  private static final List<String> METHODS =
      List.of("GET", "HEAD", "PUT", "POST", "DELETE", "OPTIONS", "PATCH", "TRACE");

  private final @Nullable OutputStream out;
  private final InstantSource clock;

  private RequestLog(@Nullable OutputStream out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
  }

  /** Appends to {@code file}; writes nothing if it is null. */
  static RequestLog to(@Nullable String file, InstantSource clock) {
    if (file == null) {
      return new RequestLog(null, clock);
    }
    try {
      FileChannel channel =
          PrivateFiles.open(Path.of(file), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      return new RequestLog(Channels.newOutputStream(channel), clock);
    } catch (InvalidPathException e) {
      throw new FileFailure.Unwritable(file, "this is not a path").exception(e);
    } catch (IOException e) {
      throw IoFailures.unwritable(Path.of(file), e);
    }
  }

  void add(Call call, Reply reply, Duration took) {
    if (out == null) {
      return;
    }
    String line =
        Json.object(to -> {
          to.writeStringProperty("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
          to.writeStringProperty("method", method(call));
          to.writeStringProperty("route", route(call.path()));
          to.writeNumberProperty("status", reply.status());
          to.writeNumberProperty("micros", took.toNanos() / 1_000);
          to.writeNumberProperty("port", call.peer().getPort());
        });
    write(out, line + "\n");
  }

  private static synchronized void write(OutputStream out, String line) {
    try {
      out.write(line.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // A full disk must not stop the endpoint.
    }
  }

  private static String method(Call call) {
    return METHODS.contains(call.method()) ? call.method() : "(other)";
  }

  private static String route(String path) {
    if (path.equals("/")) {
      return path;
    }
    Optional<String> known = ROUTES.stream().filter(path::startsWith).findFirst();
    return known.orElse("(other)");
  }

  @Override
  public void close() {
    try {
      if (out != null) {
        out.close();
      }
    } catch (IOException e) {
      // Every line was flushed already.
    }
  }
}
