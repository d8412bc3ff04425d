package fr.sceau.directory.server.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.directory.server.ldap.Limits.Rate;
import java.net.InetAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How often an address may ask. */
final class RatesTest {
    private final AtomicLong now = new AtomicLong(-5);
    private final Rates rates = new Rates(new Rate(3, 2, 4), now::get);

    private int taken(String address) throws Exception {
        int taken = 0;
        while (taken < 100 && rates.take(InetAddress.getByName(address))) {
            taken++;
        }
        return taken;
    }

    @Test
    void so_many_at_once_and_so_many_each_second_after_that() throws Exception {
        assertThat(taken("192.0.2.1")).isEqualTo(3);
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(400));
        assertThat(taken("192.0.2.1")).isZero();
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(100));
        assertThat(taken("192.0.2.1")).isEqualTo(1);
        now.addAndGet(TimeUnit.HOURS.toNanos(1));
        assertThat(taken("192.0.2.1")).isEqualTo(3);
    }

    @Test
    void one_does_not_take_from_another() throws Exception {
        assertThat(taken("192.0.2.1")).isEqualTo(3);
        assertThat(taken("192.0.2.2")).isEqualTo(3);
    }

    @Test
    void all_addresses_of_one_network_of_version_six_are_one() throws Exception {
        assertThat(taken("2001:db8:0:1::1")).isEqualTo(3);
        assertThat(taken("2001:db8:0:1:ffff::2")).isZero();
        assertThat(taken("2001:db8:0:2::1")).isEqualTo(3);
    }

    @Test
    void no_more_are_remembered_than_there_is_room_for() throws Exception {
        assertThat(taken("192.0.2.1")).isEqualTo(3);
        for (int i = 2; i < 5; i++) {
            taken("192.0.2." + i);
        }
        assertThat(taken("192.0.2.1")).isZero();
        for (int i = 5; i < 200; i++) {
            taken("192.0.2." + i);
        }
        assertThat(rates.remembered()).isEqualTo(4);
    }
}
