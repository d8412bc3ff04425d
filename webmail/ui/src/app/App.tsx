import type { ReactNode } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Redirect, Route, Switch } from 'wouter';
import { session } from '../api/client';
import { Compose } from '../compose/Compose';
import { Reply } from '../compose/Reply';
import { Login } from '../login/Login';
import { Fault, Loading } from '../ui/Notice';
import { Mail } from './Mail';
import { asFolder } from './folders';
import { Shell } from './Shell';

export function App(): ReactNode {
  const queries = useQueryClient();
  const state = useQuery({ queryKey: ['session'], queryFn: session, staleTime: Infinity, refetchOnWindowFocus: false });
  if (state.isPending) {
    return <Loading />;
  }
  if (state.isError) {
    return <Fault error={state.error} retry={() => void state.refetch()} />;
  }
  const { self, messageMaxBytes } = state.data;
  if (self === null) {
    return <Login onEntered={() => queries.invalidateQueries({ queryKey: ['session'] })} />;
  }
  return (
    <Shell self={self}>
      <Switch>
        <Route path="/ecrire">
          <Compose self={self} maxBytes={messageMaxBytes} />
        </Route>
        <Route path="/repondre/:folder/:id">
          {({ folder, id }) => <Reply self={self} maxBytes={messageMaxBytes} folder={asFolder(folder)} id={id} />}
        </Route>
        <Route path="/dossier/:folder/:id?">{({ folder, id }) => <Mail folder={asFolder(folder)} id={id ?? null} />}</Route>
        <Route>
          <Redirect to="/dossier/inbox" replace />
        </Route>
      </Switch>
    </Shell>
  );
}
