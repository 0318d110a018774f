package dev.keyturn.cli.adapter.encryptedfile;

import dev.keyturn.adapter.file.Checksum;
import dev.keyturn.cli.adapter.encryptedfile.EncryptedFileStore.Agents;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.StoreFailure;
import dev.keyturn.domain.text.ShellCommand;
import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The client of an encrypted file's agent. */
final class AgentClient {

  private final Path socket;
  private final Agents agents;

  /** The agent of {@code file}. */
  AgentClient(Agents agents, Path file) {
    String name = Long.toHexString(Checksum.of(file.toString())) + ".sock";
    this.socket = agents.folder().resolve(name);
    this.agents = agents;
  }

  /** The agent's key; empty when no agent runs. */
  Optional<FileKey> key() {
    byte[] answer = ask(KeyAgent.GET);
    return answer.length == FileKey.LENGTH ? Optional.of(FileKey.of(answer)) : Optional.empty();
  }

  /** Ends it. */
  void end() {
    ask(KeyAgent.LOCK);
  }

  /**
   * Ends all {@code agents}.
   *
   * @return whether one had a key
   */
  static boolean endAll(Agents agents) {
    boolean ran = false;
    for (Path socket : sockets(agents.folder())) {
      ran |= ask(socket, KeyAgent.GET, agents.longest()).length > 0;
      ask(socket, KeyAgent.LOCK, agents.longest());
    }
    return ran;
  }

  private static List<Path> sockets(Path folder) {
    List<Path> sockets = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> there = Files.newDirectoryStream(folder, "*.sock")) {
        there.forEach(sockets::add);
      } catch (IOException | DirectoryIteratorException e) {
        // A folder that cannot be listed has no reachable agents.
        return List.of();
      }
    }
    return sockets;
  }

  private byte[] ask(byte question) {
    return ask(socket, question, agents.longest());
  }

  private static byte[] ask(Path socket, byte question, Duration longest) {
    if (!Files.exists(socket)) {
      return new byte[0];
    }
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      FutureTask<byte[]> answer = new FutureTask<>(() -> answer(channel, socket, question));
      Thread.ofPlatform().daemon().start(answer);
      return answer.get(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure.Interrupted().exception(e);
    } catch (IOException | ExecutionException | TimeoutException e) {
      // Left by an agent that was killed, or of one that does not answer.
      return new byte[0];
    }
  }

  private static byte[] answer(SocketChannel channel, Path socket, byte question)
      throws IOException {
    channel.connect(UnixDomainSocketAddress.of(socket));
    channel.write(ByteBuffer.wrap(new byte[] {question}));
    ByteBuffer answer = ByteBuffer.allocate(FileKey.LENGTH);
    while (answer.hasRemaining() && channel.read(answer) >= 0) {
      // The rest of the answer.
    }
    return Arrays.copyOf(answer.array(), answer.position());
  }

  /**
   * Starts an agent that keeps {@code key} for {@code time}.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code StoreFailure.Unavailable}
   */
  void start(FileKey key, Duration time) {
    List<String> words = new ArrayList<>(agents.command());
    words.add(socket.toString());
    words.add(Long.toString(time.toSeconds()));
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().clear();
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      Process agent = builder.start();
      try (OutputStream in = agent.getOutputStream()) {
        in.write(key.bytes());
      }
      if (agent.getInputStream().read() < 0) {
        throw new IOException("it ended at once; is the path too long? " + socket);
      }
    } catch (IOException e) {
      throw new StoreFailure.Unavailable(
              "the agent of the encrypted file",
              "it does not start: " + e.getMessage(),
              ShellCommand.of("keyturn", "store", "status"))
          .exception(e);
    }
  }
}
