package dev.keyturn.cli.adapter.encryptedfile;

import dev.keyturn.adapter.file.Checksum;
import dev.keyturn.domain.failure.StoreFailure;
import dev.keyturn.domain.text.ShellCommand;
import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The agent of an encrypted file, as other processes see it. */
final class AgentClient {

  private final Path socket;
  private final List<String> command;

  /**
   * The agent of {@code file}.
   *
   * @param folder where agents have their sockets
   * @param command what starts an agent, without the socket and the seconds
   */
  AgentClient(Path folder, Path file, List<String> command) {
    this.socket = folder.resolve(Long.toHexString(Checksum.of(file.toString())) + ".sock");
    this.command = command;
  }

  /** The key that it has; empty when no agent runs. */
  Optional<FileKey> key() {
    byte[] answer = ask(KeyAgent.GET);
    return answer.length == FileKey.LENGTH ? Optional.of(FileKey.of(answer)) : Optional.empty();
  }

  /** Ends it. */
  void end() {
    ask(KeyAgent.LOCK);
  }

  private byte[] ask(byte question) {
    if (!Files.exists(socket)) {
      return new byte[0];
    }
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(socket));
      channel.write(ByteBuffer.wrap(new byte[] {question}));
      ByteBuffer answer = ByteBuffer.allocate(FileKey.LENGTH);
      while (answer.hasRemaining() && channel.read(answer) >= 0) {
        // The rest of the answer.
      }
      return Arrays.copyOf(answer.array(), answer.position());
    } catch (IOException e) {
      // Left by an agent that was killed.
      return new byte[0];
    }
  }

  /**
   * Starts an agent that has {@code key} for {@code time}.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code StoreFailure.Unavailable}
   */
  void start(FileKey key, Duration time) {
    List<String> words = new ArrayList<>(command);
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
