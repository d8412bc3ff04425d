# shellcheck shell=sh
# Postfix and Dovecot from Debian's packages, each pair in a folder of its own with its own configuration, on high ports.
# /etc/postfix and /etc/dovecot are neither read nor changed. What both sides do alike: STARTTLS and AUTH PLAIN on the
# submission port, sender checked against the login, TLS for readers, mail synced to disk before 250 and before the
# queue lets go of it (the defaults of both).

PEER_PACKAGES="postfix dovecot-core dovecot-imapd dovecot-lmtpd openssl"

need_peers() {
    is_root || die "Postfix ne démarre que sous root : relancer en root"
    missing=
    for package in $PEER_PACKAGES; do
        dpkg-query -W -f '${Status}\n' "$package" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    say "Le banc compare avec Postfix et Dovecot de Debian ; ils s'installent sans démarrer :$missing"
    echo 'postfix postfix/main_mailer_type select No configuration' | debconf-set-selections
    keep_services_down
    # shellcheck disable=SC2086
    install_packages $missing
    if [ -n "$policy_written" ]; then rm -f /usr/sbin/policy-rc.d; fi
}

# Debian starts a server when it installs it, unless this file says no.
keep_services_down() {
    policy_written=
    [ ! -e /usr/sbin/policy-rc.d ] || return 0
    printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d
    chmod 0755 /usr/sbin/policy-rc.d
    policy_written=1
}

# start_peer NAME GROUP SUBMISSION IMAPS TRANSPORT: lmtp, or smime (the content filter).
start_peer() {
    peer=$work/$1
    mkdir -p "$peer/postfix" "$peer/queue" "$peer/data" "$peer/mail" "$peer/filter"
    : >"$peer/lda.log"
    chown sceau:sceau "$peer/mail" "$peer/filter" "$peer/lda.log"
    chown postfix "$peer/data"
    peer_tables
    postfix_main "$5"
    postfix_master "$3"
    dovecot_configuration "$4"
    in_group "$2" dovecot -c "$peer/dovecot.conf" || die "dovecot ($1) n'a pas démarré, voir $peer/dovecot.log"
    in_group "$2" postfix -c "$peer/postfix" start >"$peer/start.log" 2>&1 ||
        { cat "$peer/start.log" >&2; die "postfix ($1) n'a pas démarré"; }
    for port in "$3" "$4"; do await_port "$port" "$1"; done
}

await_port() {
    tries=50
    while port_free "$1"; do
        tries=$((tries - 1))
        [ $tries -gt 0 ] || die "$2 n'écoute pas sur le port $1 (journaux : $work/$2)"
        sleep 0.2
    done
}

stop_peer() {
    peer=$work/$1
    [ -d "$peer/postfix" ] || return 0
    postfix -c "$peer/postfix" stop >/dev/null 2>&1 || :
    doveadm -c "$peer/dovecot.conf" stop >/dev/null 2>&1 || :
}

# The boxes and senders of the bench, with the one password.
peer_tables() {
    password=$(cat "$SCEAU_HOME/bench/password")
    awk -F '\t' 'NR > 1 { print $1 "\tbox" }' "$SCEAU_HOME/bench/accounts.tsv" >"$peer/boxes"
    awk -F '\t' 'NR > 1 { print $1 "\t" $1 }' "$SCEAU_HOME/bench/accounts.tsv" >"$peer/senders"
    (umask 077 && awk -F '\t' -v password="$password" 'NR > 1 { print $1 ":{PLAIN}" password }' \
        "$SCEAU_HOME/bench/accounts.tsv" >"$peer/users")
    chown dovecot "$peer/users"
}

postfix_main() {
    cat >"$peer/postfix/main.cf" <<EOF
compatibility_level = 3.6
queue_directory = $peer/queue
data_directory = $peer/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
myhostname = pair.exemple.test
mydestination =
mynetworks =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
alias_maps =
alias_database =
smtpd_peername_lookup = no
maillog_file = $peer/postfix.log
maillog_file_prefixes = $peer
message_size_limit = $(conf message.max-bytes)
virtual_mailbox_domains = $(conf domains)
virtual_mailbox_maps = hash:$peer/boxes
virtual_transport = $(transport "$1")
smime_destination_recipient_limit = 1
smtpd_tls_cert_file = $SCEAU_HOME/bench/pem/tls.pem
smtpd_tls_key_file = $SCEAU_HOME/bench/pem/tls.pem
smtpd_tls_security_level = encrypt
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = $peer/dovecot/auth-client
smtpd_sender_login_maps = hash:$peer/senders
smtpd_sender_restrictions = reject_sender_login_mismatch
smtpd_recipient_restrictions = permit_sasl_authenticated, reject
EOF
    postmap -c "$peer/postfix" "hash:$peer/boxes" "hash:$peer/senders"
}

transport() { if [ "$1" = lmtp ]; then printf 'lmtp:unix:%s/dovecot/lmtp' "$peer"; else printf 'smime:'; fi; }

postfix_master() {
    cat >"$peer/postfix/master.cf" <<EOF
127.0.0.1:$1 inet n - n - - smtpd
cleanup   unix  n - n - 0 cleanup
qmgr      unix  n - n 300 1 qmgr
tlsmgr    unix  - - n 1000? 1 tlsmgr
rewrite   unix  - - n - - trivial-rewrite
bounce    unix  - - n - 0 bounce
defer     unix  - - n - 0 bounce
trace     unix  - - n - 0 bounce
proxymap  unix  - - n - - proxymap
retry     unix  - - n - - error
error     unix  - - n - - error
lmtp      unix  - - n - - lmtp
anvil     unix  - - n - 1 anvil
showq     unix  n - n - - showq
pickup    unix  n - n 60 1 pickup
postlog   unix-dgram n - n - 1 postlogd
smime     unix  - n n - 8 pipe
  flags=q user=sceau argv=/bin/sh $SCEAU_ROOT/bench/filter.sh $peer $SCEAU_HOME/bench/pem \${sender} \${recipient}
EOF
}

dovecot_configuration() {
    cat >"$peer/dovecot.conf" <<EOF
base_dir = $peer/dovecot
state_dir = $peer/dovecot-state
log_path = $peer/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
ssl = required
ssl_cert = <$SCEAU_HOME/bench/pem/tls.pem
ssl_key = <$SCEAU_HOME/bench/pem/tls.pem
mail_location = maildir:~/Maildir
first_valid_uid = 1
mail_max_userip_connections = 100
postmaster_address = postmaster@$(conf domains)
passdb {
  driver = passwd-file
  args = $peer/users
}
userdb {
  driver = static
  args = uid=sceau gid=sceau home=$peer/mail/%u
}
service imap-login {
  inet_listener imap {
    port = 0
  }
  inet_listener imaps {
    port = $1
    ssl = yes
  }
}
service lmtp {
  unix_listener lmtp {
    user = postfix
    mode = 0600
  }
}
service auth {
  unix_listener auth-client {
    user = postfix
    mode = 0600
  }
  unix_listener auth-userdb {
    user = sceau
    mode = 0600
  }
}
service stats {
  unix_listener stats-writer {
    user = sceau
    mode = 0600
  }
}
protocol lda {
  log_path = $peer/lda.log
}
namespace inbox {
  inbox = yes
}
EOF
}
