import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { GenePanel } from './gene-panel.entity.js';
import { GeneSignature } from './gene-signature.entity.js';
import { GeneSetCollection } from './gene-set-collection.entity.js';
import { ImmutableLists } from './immutable-lists.js';

/** The gene panels, gene-set collections and signatures of each tenant. */
@Injectable()
export class GeneCatalog {
  readonly panels: ImmutableLists<GenePanel>;
  readonly collections: ImmutableLists<GeneSetCollection>;
  readonly signatures: ImmutableLists<GeneSignature>;

  constructor(dataSource: DataSource) {
    this.panels = new ImmutableLists(dataSource, GenePanel, 'gene panel');
    this.collections = new ImmutableLists(dataSource, GeneSetCollection, 'gene-set collection');
    this.signatures = new ImmutableLists(dataSource, GeneSignature, 'signature', ['kind']);
  }
}
