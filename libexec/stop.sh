# ./sceau stop : arrête dans l'ordre le webmail, la messagerie, l'annuaire puis la base. Rien n'est perdu : ce qui a
# été accepté attend sur le disque.

locate_home
stop_all
