-- People who sign in, the branches they work in, and the keys their screens hold.

create table staff (
  restaurant_id uuid not null references restaurant,
  id uuid not null,
  name text not null,
  email text not null check (email = lower(email)),
  role text not null
    check (role in ('owner', 'manager', 'agent', 'kitchen', 'auditor', 'platform_operator')),
  password_hash text not null,              -- PHC string
  active boolean not null default true,
  created_at timestamptz not null,
  primary key (restaurant_id, id)
);
-- Who signs in gives an e-mail and no restaurant: one address, one person, over the whole installation.
create unique index staff_email on staff (email);
call wall('staff', true);

create table staff_branch (
  restaurant_id uuid not null,
  staff_id uuid not null,
  branch_id uuid not null,
  primary key (restaurant_id, staff_id, branch_id),
  foreign key (restaurant_id, staff_id) references staff on delete cascade,
  foreign key (restaurant_id, branch_id) references branch on delete cascade
);
create index staff_branch_of on staff_branch (restaurant_id, branch_id);
call wall('staff_branch');

-- Each token works once and has one successor; all that come from one sign-in are a family.
create table refresh_token (
  restaurant_id uuid not null,
  token_hash text not null,                 -- SHA-256 in base64url; the token itself is nowhere
  family_id uuid not null,
  staff_id uuid not null,
  family_started_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  primary key (restaurant_id, token_hash),
  foreign key (restaurant_id, staff_id) references staff on delete cascade
);
-- Who refreshes gives a token and no restaurant.
create unique index refresh_token_hash on refresh_token (token_hash);
create index refresh_token_family on refresh_token (restaurant_id, family_id);
create index refresh_token_of_staff on refresh_token (restaurant_id, staff_id);
call wall('refresh_token', true);
