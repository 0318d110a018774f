package dev.keyturn.cli.adapter.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The tables are those of a little-endian machine, on which the kernel wrote them. */
class PeersTest {

  private static final String TCP =
      """
        sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
         0: 0100007F:9C40 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1000        0 11 1
         1: 0100007F:9C41 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1001        0 12 1
         2: 0100007F:9C42 0100007F:1F90 06 00000000:00000000 03:00001770 00000000  1000        0 0 3
         3: 0100007F:9C43 0100007F:1F91 01 00000000:00000000 00:00000000 00000000  1000        0 13 1
      """;

  private static final String TCP6 =
      """
        sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
         0: 0000000000000000FFFF00000100007F:1F90 0000000000000000FFFF00000100007F:9C40 01 00000000:00000000 00:00000000 00000000  1000        0 14 1
         1: 00000000000000000000000001000000:9C44 00000000000000000000000001000000:1F90 01 00000000:00000000 00:00000000 00000000  1000        0 15 1
         2: 0000000000000000FFFF00000100007F:9C45 0000000000000000FFFF00000100007F:1F90 01 00000000:00000000 00:00000000 00000000  1000        0 16 1
      """;

  @TempDir Path folder;

  private boolean isSameUser(String peerHost, int peerPort, String hereHost) throws Exception {
    assertThat(ByteOrder.nativeOrder()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
    Path tcp = Files.writeString(folder.resolve("tcp"), TCP);
    Path tcp6 = Files.writeString(folder.resolve("tcp6"), TCP6);
    return Peers.of(List.of(tcp, tcp6), 1000)
        .isSameUser(
            new InetSocketAddress(InetAddress.getByName(peerHost), peerPort),
            new InetSocketAddress(InetAddress.getByName(hereHost), 8080));
  }

  @Test
  void a_connection_of_this_user_is_known() throws Exception {
    assertThat(isSameUser("127.0.0.1", 40_000, "127.0.0.1")).isTrue();
    assertThat(isSameUser("::1", 40_004, "::1")).isTrue();
  }

  @Test
  void an_ipv6_socket_may_have_an_ipv4_address() throws Exception {
    assertThat(isSameUser("127.0.0.1", 40_005, "127.0.0.1")).isTrue();
  }

  @Test
  void another_user_is_recognised() throws Exception {
    assertThat(isSameUser("127.0.0.1", 40_001, "127.0.0.1")).isFalse();
  }

  @Test
  void a_connection_that_is_over_or_leads_elsewhere_proves_nothing() throws Exception {
    assertThat(isSameUser("127.0.0.1", 40_002, "127.0.0.1")).isFalse();
    assertThat(isSameUser("127.0.0.1", 40_003, "127.0.0.1")).isFalse();
  }

  @Test
  void a_connection_that_no_table_has_is_a_strangers() throws Exception {
    assertThat(isSameUser("127.0.0.1", 50_000, "127.0.0.1")).isFalse();
    assertThat(
            Peers.of(List.of(folder.resolve("missing")), 1000)
                .isSameUser(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 1),
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 2)))
        .isFalse();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void linux_reports_the_process_of_a_client() {
    assertThat(Peers.areKnown()).isTrue();
  }
}
