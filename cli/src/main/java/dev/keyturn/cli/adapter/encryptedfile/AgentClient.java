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
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The client of an encrypted file's agent. */
final class AgentClient {

  private final Path socket;
  private final List<String> command;

  /**
   * The agent of {@code file}.
   *
   * @param folder the folder of the agents' sockets
   * @param command the command that starts an agent, without the socket and the seconds
   */
  AgentClient(Path folder, Path file, List<String> command) {
    this.socket = folder.resolve(Long.toHexString(Checksum.of(file.toString())) + ".sock");
    this.command = command;
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
   * Ends all agents whose sockets are in {@code folder}.
   *
   * @return whether one had a key
   */
  static boolean endAll(Path folder) {
    boolean ran = false;
    for (Path socket : sockets(folder)) {
      ran |= ask(socket, KeyAgent.GET).length > 0;
      ask(socket, KeyAgent.LOCK);
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
    return ask(socket, question);
  }

  private static byte[] ask(Path socket, byte question) {
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
   * Starts an agent that keeps {@code key} for {@code time}.
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
